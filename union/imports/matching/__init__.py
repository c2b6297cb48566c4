"""Who of a list is known already, within the reach of who asks, and what the list says otherwise of them."""
