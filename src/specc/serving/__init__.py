"""HTTP/1.1 on loopback for what specc serves itself: the demo shop, and mocks of specs."""
