"""The sentences of Python's argparse, listed so that our catalogue keeps their translations.

argparse looks them up itself once `use()` has named our catalogue; nothing imports this module.
"""

from pmo_tui.words import _, _n

SENTENCES = (
    _("usage: "),
    _("positional arguments"),
    _("options"),
    _("subcommands"),
    _("show this help message and exit"),
    _("show program's version number and exit"),
    _("%(prog)s: error: %(message)s\n"),
    _("%(heading)s:"),
    _(" (default: %(default)s)"),
    _("argument %(argument_name)s: %(message)s"),
    _("ambiguous option: %(option)s could match %(matches)s"),
    _("can't open '%(filename)s': %(error)s"),
    _("expected one argument"),
    _("expected at least one argument"),
    _("expected at most one argument"),
    _("ignored explicit argument %r"),
    _("invalid %(type)s value: %(value)r"),
    _("invalid choice: %(value)r (choose from %(choices)s)"),
    _("invalid choice: %(value)r, maybe you meant %(closest)r? (choose from %(choices)s)"),
    _("not allowed with argument %s"),
    _("one of the arguments %s is required"),
    _("the following arguments are required: %s"),
    _("unknown parser %(parser_name)r (choices: %(choices)s)"),
    _("unrecognized arguments: %s"),
    _("unexpected option string: %s"),
)
COUNTED = _n("expected %s argument", "expected %s arguments", 2)
