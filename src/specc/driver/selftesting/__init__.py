"""`specc selftest`: every rule on a service that breaks it, all rules on those that break none."""
