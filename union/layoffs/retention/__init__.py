"""What is kept of a dispute for a time only, and removed afterwards."""
