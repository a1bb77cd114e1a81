"""httpbin, a service that shows a client what it sent: every place a parameter can stand, every kind of body."""
