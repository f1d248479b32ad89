"""`serve`: the web form."""

import click


@click.command(options_metavar="[ПАРАМЕТРЫ]")
@click.option(
    "--host", metavar="АДРЕС", default="127.0.0.1", show_default=True, help="Адрес; пока только этого компьютера."
)
@click.option("--port", metavar="НОМЕР", default=8000, show_default=True, type=click.IntRange(1, 65535), help="Порт.")
@click.option(
    "--grammar",
    type=click.Choice(["auto", "off"]),
    default="auto",
    show_default=True,
    help="LanguageTool проверяет грамматику и запятые: если он есть, не нужно.",
)
def command(host: str, port: int, grammar: str) -> None:
    """Открыть веб-форму на этом компьютере.

    \b
    Пример:
      answer-builder serve --port 8080
    """
    import errno

    from answer_builder.errors import CannotRun

    if host not in ("127.0.0.1", "localhost"):
        raise CannotRun("Входа по паролю пока нет, поэтому форму видно только с этого компьютера: --host 127.0.0.1")
    from waitress import create_server

    from web import create_app

    try:
        server = create_server(create_app({"GRAMMAR": grammar}), host=host, port=port, threads=4)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise CannotRun(f"Порт {port} занят. Выберите другой: answer-builder serve --port {port + 1}") from error
        raise CannotRun(f"Не удалось открыть порт {port}: {error.strerror}") from error
    click.echo(f"Форма открыта: http://{host}:{port}/  (остановить – Ctrl+C)", err=True)
    try:
        server.run()
    except KeyboardInterrupt:
        server.close()
