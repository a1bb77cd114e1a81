[
  (service)
  (actor)
  (contract)
  (endpoint)
  (flow)
  (test)
  (load)
  (security)
  (eventually)
  (finally)
  (object)
  (list)
] @fold
