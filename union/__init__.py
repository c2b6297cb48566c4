"""The case-management system that a trade-union federation installs for itself."""
