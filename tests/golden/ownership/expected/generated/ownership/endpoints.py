"""The endpoints: how they are called and what they may answer, from ownership.bts."""

from specc.runtime import Creates, Endpoint, FromBody, FromParam, Undo

from .contracts import (
    ChangeArticle200,
    Comment201,
    Comments200,
    Problem,
    ReadArticle200,
    WriteArticle201,
)
from .service import blog

write_article = Endpoint(
    "write_article",
    "POST",
    "/articles",
    spec="ownership.bts:26",
    service=blog,
    body="json",
    returns={201: WriteArticle201, 401: Problem, 403: Problem, 422: Problem},
    creates=Creates(
        "Article",
        at=("article",),
        undo=Undo("delete_article", {"slug": FromBody("slug")}),
    ),
)

read_article = Endpoint(
    "read_article",
    "GET",
    "/articles/{slug}",
    spec="ownership.bts:36",
    service=blog,
    returns={200: ReadArticle200, 404: Problem},
)

change_article = Endpoint(
    "change_article",
    "PUT",
    "/articles/{slug}",
    spec="ownership.bts:43",
    service=blog,
    body="json",
    returns={200: ChangeArticle200, 401: Problem, 403: Problem, 404: Problem},
    updates="Article",
)

delete_article = Endpoint(
    "delete_article",
    "DELETE",
    "/articles/{slug}",
    spec="ownership.bts:53",
    service=blog,
    returns={204: None, 401: Problem, 403: Problem, 404: Problem},
    deletes="Article",
)

comment = Endpoint(
    "comment",
    "POST",
    "/articles/{slug}/comments",
    spec="ownership.bts:62",
    service=blog,
    body="json",
    returns={201: Comment201, 401: Problem, 403: Problem, 404: Problem},
    creates=Creates(
        "Comment",
        at=("comment",),
        undo=Undo("delete_comment", {"slug": FromParam("slug"), "id": FromBody("id")}),
    ),
)

comments = Endpoint(
    "comments",
    "GET",
    "/articles/{slug}/comments",
    spec="ownership.bts:72",
    service=blog,
    returns={200: Comments200},
)

delete_comment = Endpoint(
    "delete_comment",
    "DELETE",
    "/articles/{slug}/comments/{id}",
    spec="ownership.bts:78",
    service=blog,
    returns={204: None, 401: Problem, 403: Problem, 404: Problem},
    deletes="Comment",
)

moderate = Endpoint(
    "moderate",
    "POST",
    "/moderation",
    spec="ownership.bts:87",
    service=blog,
    returns={204: None, 401: None},
)
