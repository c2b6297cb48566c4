"""The employer's list: brought in, matched with the people whom the union knows, replaced by a newer one."""
