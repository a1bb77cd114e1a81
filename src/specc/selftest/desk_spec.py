"""What the desk of projects says of itself."""

SPEC = '''"""A desk: workers, their projects, and the tasks of these."""

service desk { url env("DESK_URL", "http://127.0.0.1:9") }

role worker
role chief

actor una is worker {
  sign_up with { email: unique("una@desk"), password: secret("UNA_PASSWORD", "correct horse") } -> made
  log_in with { email: request(made).email, password: secret("UNA_PASSWORD", "correct horse") } -> session
  bearer session.access_token
}
actor uri is worker {
  sign_up with { email: unique("uri@desk"), password: secret("URI_PASSWORD", "battery staple") } -> made
  log_in with { email: request(made).email, password: secret("URI_PASSWORD", "battery staple") } -> session
  bearer session.access_token
}
actor boss is chief {
  log_in with { email: "boss@desk.example", password: secret("BOSS_PASSWORD", "keeper of keys") } -> session
  bearer session.access_token
}

contract Problem { title: string(1..80), status: int(400..599), detail: string }
contract Account {
  readonly id: uuid
  email:       email
  name?:       string(1..40)
  secret writeonly password: string(8..72)
}
contract Project {
  readonly id:    uuid
  readonly bonus: int(0..)
  title:          string(1..200)
}
contract Task {
  readonly id: uuid
  text:        string(1..200)
}
contract Reset {
  readonly id:   uuid
  readonly code: string(/^[0-9]{6}$/)
}

endpoint sign_up POST /v2/accounts {
  as      anyone
  body    Account
  returns 201 Account
  returns 409 Problem when repeated
  returns 422 Problem when body invalid
  creates Account
}

endpoint log_in POST /v2/login {
  as      anyone
  body    Account only email, password
  returns 200 { access_token: string(16..), refresh_token: string(16..) }
  returns 401 Problem
  returns 422 Problem when body invalid
  returns 429 Problem
}

endpoint log_out POST /v2/logout {
  as      worker
  returns 204
  returns 401 Problem when anonymous
}

endpoint me GET /v2/me {
  as      worker
  returns 200 Account
  returns 401 Problem when anonymous
  reads   Account of self
}

endpoint change_me PATCH /v2/me {
  as      worker
  body    { name: string(1..40) }
  returns 200 Account
  returns 401 Problem when anonymous
  returns 422 Problem when body invalid
  updates Account of self
}

endpoint drop_me DELETE /v2/me {
  as      worker
  returns 204
  returns 401 Problem when anonymous
  deletes Account of self
}

endpoint add_project POST /v2/projects {
  as      worker
  body    Project
  returns 201 Project
  returns 401 Problem when anonymous
  returns 403 Problem when forbidden
  returns 422 Problem when body invalid
  creates Project
}

endpoint list_projects GET /v2/projects {
  as      worker
  query   limit?: int(1..5) = 5
  returns 200 { projects: [Project] }
  returns 401 Problem when anonymous
  returns 403 Problem when forbidden
  returns 422 Problem when query invalid
  lists   Project
}

endpoint get_project GET /v2/projects/{project: Project.id} {
  as      owner of Project
  returns 200 Project
  returns 401 Problem when anonymous
  returns 403 Problem when forbidden
  returns 404 Problem when project unknown
  reads   Project
}

endpoint show_project GET /v2/projects/{project: Project.id}/page {
  as      owner of Project
  returns 200 type "text/html" text
  returns 401 Problem when anonymous
  returns 403 Problem when forbidden
  returns 404 Problem when project unknown
}

endpoint drop_project DELETE /v2/projects/{project: Project.id} {
  as      owner of Project
  returns 204
  returns 401 Problem when anonymous
  returns 403 Problem when forbidden
  returns 404 Problem when project unknown
  deletes Project
}

endpoint redeem POST /v2/projects/{project: Project.id}/bonus {
  as      owner of Project
  returns 200 Project
  returns 401 Problem when anonymous
  returns 403 Problem when forbidden
  returns 404 Problem when project unknown
  returns 409 Problem when repeated
  updates Project
}

endpoint add_task POST /v2/projects/{project: Project.id}/tasks {
  as      owner of Project
  body    Task
  returns 201 Task
  returns 401 Problem when anonymous
  returns 403 Problem when forbidden
  returns 404 Problem when project unknown
  returns 422 Problem when body invalid
  creates Task
}

endpoint get_task GET /v2/projects/{project: Project.id}/tasks/{task: Task.id} {
  as      owner of Project
  returns 200 Task
  returns 401 Problem when anonymous
  returns 403 Problem when forbidden
  returns 404 Problem when project unknown, task unknown
  reads   Task
}

endpoint import_task POST /v2/imports {
  as      worker
  body    type "application/xml" text
  returns 201 { text: string }
  returns 401 Problem when anonymous
  returns 403 Problem when forbidden
  returns 422 Problem
}

endpoint search GET /v2/search {
  as      worker
  query   title: string(1..200) = "first"
  returns 200 { found: [string] }
  returns 401 Problem when anonymous
  returns 403 Problem when forbidden
  returns 422 Problem when query invalid
}

endpoint check_code POST /v2/codes {
  as      worker
  body    { code: string(1..80) }
  returns 200 { valid: bool }
  returns 401 Problem when anonymous
  returns 403 Problem when forbidden
  returns 422 Problem when body invalid
}

endpoint preview POST /v2/previews {
  as      worker
  body    { url: uri }
  returns 200 type "text/html" text
  returns 401 Problem when anonymous
  returns 403 Problem when forbidden
  returns 422 Problem when body invalid
}

endpoint count GET /v2/counts {
  as      chief
  returns 200 { accounts: int(0..) }
  returns 401 Problem when anonymous
  returns 403 Problem when forbidden
}

endpoint knock POST /v2/knocks {
  as      anyone
  body    { email: email }
  returns 204
  returns 422 Problem when body invalid
  returns 429 Problem when rate exceeded
}

endpoint forgot_password POST /v2/forgotten {
  as      worker
  returns 201 Reset
  returns 401 Problem when anonymous
  returns 403 Problem when forbidden
  creates Reset
}

endpoint reset_password POST /v2/resets {
  as      anyone
  body    { reset: Reset.id, code: Reset.code, secret password: string(8..72) }
  returns 204
  returns 400 Problem
  returns 422 Problem when body invalid
  returns 429 Problem
}

test "a task is imported" as una {
  import_task with "<task><text>water the plants</text></task>"
}

security rules {
  everything on all
  bruteforce on all
  timing on all
  dos on add_project, search, check_code
  rate on all
  rate limit knock 5/s per account
}
'''  # noqa: E501  # a spec's lines are its own
