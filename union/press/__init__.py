"""Papers as PDF: what they say is given as data, how they look stands in the `.typ` files beside this one."""
