"""The court file of a case: power of attorney, hearings, judgment, notification, appeal, execution."""
