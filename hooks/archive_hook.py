"""The only module MkDocs calls: each event is one line into the package."""

from biennien import site


def on_config(config):
    return site.on_config(config)


def on_files(files, config):
    return site.on_files(files, config)


def on_nav(nav, config, files):
    return site.on_nav(nav, config, files)


def on_page_context(context, page, config, nav):
    return site.on_page_context(context, page, config, nav)


def on_post_page(output, page, config):
    return site.on_post_page(output, page, config)


def on_post_build(config):
    return site.on_post_build(config)


def on_serve(server, config, builder):
    return site.on_serve(server, config)
