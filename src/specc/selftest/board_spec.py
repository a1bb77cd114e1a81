"""What the board of notes says of itself."""

SPEC = '''"""A board of notes, each its writer's own."""

service board { url env("BOARD_URL", "http://127.0.0.1:9") }

role member
role keeper

actor ann is member {
  log_in with { email: "ann@board.example", password: secret("ANN_PASSWORD", "correct horse") } -> session
  bearer session.token
}
actor ben is member {
  log_in with { email: "ben@board.example", password: secret("BEN_PASSWORD", "battery staple") } -> session
  bearer session.token
}
actor kit is keeper {
  log_in with { email: "kit@board.example", password: secret("KIT_PASSWORD", "keeper of keys") } -> session
  bearer session.token
}

contract Problem { title: string(1..80), status: int(400..599), detail: string }
contract Note {
  readonly id:     uuid
  readonly pinned: bool
  text:            string(1..200)
}

endpoint log_in POST /login {
  as      anyone
  body    { email: email, secret password: string(8..72) }
  returns 200 { token: string(16..) }
  returns 401 Problem
  returns 422 Problem when body invalid
}

endpoint add_note POST /notes {
  as      member
  body    Note
  returns 201 Note
  returns 401 Problem when anonymous
  returns 403 Problem when forbidden
  returns 422 Problem when body invalid
  creates Note
}

endpoint get_note GET /notes/{id: Note.id} {
  as      owner of Note
  returns 200 Note
  returns 401 Problem when anonymous
  returns 403 Problem when forbidden
  returns 404 Problem when id unknown
  reads   Note
}

endpoint change_note PATCH /notes/{id: Note.id} {
  as      owner of Note
  body    Note partial
  returns 200 Note
  returns 401 Problem when anonymous
  returns 403 Problem when forbidden
  returns 404 Problem when id unknown
  returns 422 Problem when body invalid
  updates Note
}

endpoint drop_note DELETE /notes/{id: Note.id} {
  as      owner of Note
  returns 204
  returns 401 Problem when anonymous
  returns 403 Problem when forbidden
  returns 404 Problem when id unknown
  deletes Note
}

endpoint list_notes GET /notes {
  as      member
  query   text?: string(..200)
  returns 200 { notes: [Note] }
  returns 401 Problem when anonymous
  returns 403 Problem when forbidden
  lists   Note
}

endpoint send_note POST /letters {
  as      member
  body    { note: Note.id, to: string(1..80) }
  returns 201 { id: uuid, text: string }
  returns 401 Problem when anonymous
  returns 403 Problem when forbidden
  returns 404 Problem
  returns 422 Problem when body invalid
}

endpoint count GET /counts {
  as      keeper
  returns 200 { notes: int(0..), members: [email] }
  returns 401 Problem when anonymous
  returns 403 Problem when forbidden
}

endpoint preview POST /previews {
  as      member
  body    { url: uri }
  returns 200 { status: string }
  returns 401 Problem when anonymous
  returns 403 Problem when forbidden
  returns 422 Problem when body invalid
}

endpoint greet GET /greetings {
  as      anyone
  query   name: string(1..200) = "friend"
  returns 200 { text: string }
  returns 422 Problem when query invalid
}

endpoint file GET /files {
  as      anyone
  query   name: string(1..200) = "readme.txt"
  returns 200 { text: string }
  returns 404 Problem
}

endpoint go GET /go {
  as      anyone
  query   to: string(1..200) = "/notes"
  returns 302
  returns 422 Problem when query invalid
}

security rules {
  everything on all
}
'''  # noqa: E501  # a spec's lines are its own
