"""What every case shares: who may know of it, its stages, its timeline, its dates."""
