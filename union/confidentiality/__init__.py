"""What guards a confidential case: opened for a reason, made ordinary or broken open by two, never by one alone."""
