"""The only module MkDocs calls: each event is one line into the package."""

from typing import Any

from biennien import site


def on_config(config: Any) -> Any:
    return site.on_config(config)


def on_files(files: Any, config: Any) -> Any:
    return site.on_files(files, config)


def on_nav(nav: Any, config: Any, files: Any) -> Any:
    return site.on_nav(nav, config, files)


def on_page_context(context: Any, page: Any, config: Any, nav: Any) -> Any:
    return site.on_page_context(context, page, config, nav)


def on_post_page(output: str, page: Any, config: Any) -> str:
    return site.on_post_page(output, page, config)


def on_post_build(config: Any) -> None:
    site.on_post_build(config)


def on_serve(server: Any, config: Any, builder: Any) -> Any:
    return site.on_serve(server, config)
