"""A small spec that tests put together from what they are about."""

HEAD = """
service api { url "http://127.0.0.1:9000" }
role user
role admin
contract Problem open { title: string }
contract Note {
  readonly id: uuid
  text:        string(1..20)
  size?:       int(0..9)
}
"""
ANN = 'actor ann is user { header "X-Key" "ann" }\n'
BEN = 'actor ben is user { header "X-Key" "ben" }\n'
ROOT = 'actor root is admin { header "X-Key" "root" }\n'
MAKE = """
endpoint make POST /notes {
  as      user
  body    Note
  returns 201 Note
  returns 401 Problem when anonymous
  returns 403 Problem when forbidden
  returns 422 Problem when body invalid
  creates Note
}
"""
SHOW = """
endpoint show GET /notes/{id: Note.id} {
  as      owner of Note
  returns 200 Note
  returns 401 Problem when anonymous
  returns 404 Problem when id unknown, deleted
  reads   Note
}
"""
CHANGE = """
endpoint change PUT /notes/{id: Note.id} {
  as      owner of Note
  body    Note
  returns 200 Note
  returns 401 Problem when anonymous
  returns 404 Problem when id unknown
  updates Note
}
"""
REMOVE = """
endpoint remove DELETE /notes/{id: Note.id} {
  as      owner of Note
  returns 204
  returns 401 Problem when anonymous
  returns 404 Problem when id unknown, repeated
  deletes Note
}
"""
LISTING = """
endpoint notes GET /notes {
  as      user
  query   limit?: int(1..50)
  query   offset?: int(0..)
  returns 200 { notes: [Note] }
  returns 401 Problem when anonymous
  returns 422 Problem when query invalid
  lists   Note
  pages   by limit, offset
}
"""
WHOLE = HEAD + ANN + BEN + ROOT + MAKE + SHOW + CHANGE + REMOVE + LISTING
