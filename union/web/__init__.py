"""What every page shares: language, dates and money as people read them, strict addresses, headers, paging."""
