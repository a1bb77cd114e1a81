"""Every kind of type, in both directions."""
