"""What Alembic runs: the migrations, within the transaction of the connection that the store gives."""

from alembic import context


def _run() -> None:
    attributes = context.config.attributes
    connection = attributes["connection"]

    def note(ctx: object, step: object, heads: object, run_args: object) -> None:  # noqa: ARG001 - Alembic names them
        attributes["ran"].append(f"{step.up_revision_id} {step.up_revision.doc}")  # type: ignore[attr-defined]

    context.configure(connection=connection, render_as_batch=True, on_version_apply=note, transactional_ddl=True)
    context.run_migrations()


_run()
