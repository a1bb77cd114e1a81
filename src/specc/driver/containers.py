"""Files that run a load profile in containers: an image, Docker Compose, Kubernetes."""

from __future__ import annotations

import json
import os
import posixpath

from specc import __version__
from specc.driver.inputs import DriverError, shown

PORT = 5557
"""Where a master hears of its workers: Locust's own."""

_DOCKERFILE = """\
# The suite and what it reads beside the spec. Build it from the folder of the project:
# docker build -f {dockerfile} -t {image} .
FROM python:3.12-slim
ARG SPECC=specc=={version}
RUN pip install --no-cache-dir "$SPECC"
WORKDIR /load
COPY . /load
RUN mkdir -p /load/load-report && chown 65534 /load/load-report
USER 65534
ENTRYPOINT ["python", "-m", "specc.runtime.load"]
"""

_COMPOSE = """\
# docker compose -f {compose} up --build --exit-code-from master
name: {name}
services:
  master:
    build: &build
      context: {context}
      dockerfile: {dockerfile}
    image: {image}
    command: {master}
    env_file: &variables
      - path: load.env
        required: false
    volumes:
      - report:/load/load-report
  worker:
    build: *build
    image: {image}
    command: {worker}
    env_file: *variables
    depends_on:
      - master
    deploy:
      replicas: {workers}
volumes:
  report: {{}}
"""

_KUBERNETES = """\
# kubectl apply -f {kubernetes}; kubectl logs -f job/{name}-master
apiVersion: v1
kind: Service
metadata:
  name: {name}-master
spec:
  clusterIP: None
  selector:
    app: {name}-master
  ports:
    - name: locust
      port: {port}
---
apiVersion: batch/v1
kind: Job
metadata:
  name: {name}-master
spec:
  backoffLimit: 0
  template:
    metadata:
      labels:
        app: {name}-master
    spec:
      restartPolicy: Never
      containers:
        - name: master
          image: {image}
          args: {master}
          ports:
            - containerPort: {port}
          envFrom: {variables}
          volumeMounts:
            - name: report
              mountPath: /load/load-report
      securityContext:
        fsGroup: 65534
      volumes:
        - name: report
          emptyDir: {{}}
---
apiVersion: batch/v1
kind: Job
metadata:
  name: {name}-worker
spec:
  parallelism: {workers}
  completions: {workers}
  backoffLimit: {workers}
  template:
    metadata:
      labels:
        app: {name}-worker
    spec:
      restartPolicy: Never
      containers:
        - name: worker
          image: {image}
          args: {worker}
          envFrom: {variables}
"""


def manifests(
    locustfile: str, suite: str, profile: str, workers: int, folder: str
) -> dict[str, str]:
    """The files by name. `locustfile` and `folder` are paths from the folder of the project."""
    # Names of suites and profiles are those of the grammar; a label of DNS takes no `_`.
    name = f"load-{suite}-{profile}".replace("_", "-").lower()[:50].rstrip("-")
    up = posixpath.relpath(".", folder)
    common = [locustfile, profile]
    master = [*common, "--master", "--bind", "0.0.0.0", "--port", str(PORT)]  # noqa: S104
    master += ["--expect-workers", str(workers), "--report", "load-report", "--quiet"]
    words = {
        "name": json.dumps(name),
        "context": json.dumps(up),
        "dockerfile": json.dumps(posixpath.join(folder, "Dockerfile")),
        "image": json.dumps(f"{name}:latest"),
        "workers": str(workers),
        "port": str(PORT),
        "variables": json.dumps([{"secretRef": {"name": "load-env", "optional": True}}]),
    }
    plain = {
        "image": f"{name}:latest",
        "dockerfile": posixpath.join(folder, "Dockerfile"),
        "version": __version__,
    }
    joins = [*common, "--port", str(PORT), "--worker"]
    return {
        "Dockerfile": _DOCKERFILE.format(**plain),
        "compose.yaml": _COMPOSE.format(
            **words,
            compose=posixpath.join(folder, "compose.yaml"),
            master=json.dumps(master),
            worker=json.dumps([*joins, "master"]),
        ),
        "kubernetes.yaml": _KUBERNETES.format(
            **{**words, "name": name},
            kubernetes=posixpath.join(folder, "kubernetes.yaml"),
            master=json.dumps(master),
            worker=json.dumps([*joins, f"{name}-master"]),
        ),
    }


def write_manifests(output: str, suite: str, profile: str, workers: int, folder: str) -> list[str]:
    """Write them into a folder of the project; what was written.

    Raises DriverError where that can't be: containers hold the folder that we are in, so suite and
    folder have to lie in it.
    """
    locustfile = _inside(os.path.join(output, suite, "locustfile.py"))
    inside = _inside(folder)
    written = []
    try:
        os.makedirs(folder, exist_ok=True)
        for name, text in manifests(locustfile, suite, profile, workers, inside).items():
            place = os.path.join(folder, name)
            with open(place, "w", encoding="utf-8") as file:
                file.write(text)
            written.append(place)
    except OSError as error:
        raise DriverError(f"cannot write into {shown(folder)}: {error.strerror}") from error
    return written


def _inside(path: str) -> str:
    """A path from the current folder, as containers know it."""
    found = os.path.relpath(path).replace(os.sep, "/")
    if found == ".." or found.startswith("../"):
        raise DriverError(
            f"{shown(path)} lies outside of this folder, which is what containers hold",
            "run `specc load` from the folder of the project",
        )
    return found
