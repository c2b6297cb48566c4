"""Who gets through to which view, kept as data: here, not in the code that is tested.

Ann is delegate at here and Mina is entrusted to her; Olu organiser at here; Zed delegate at there; Sal secretariat;
Lex lawyer at here, named on the grievance; Ada analyst. A rule with an id is asked for what stands at here.
"""

from __future__ import annotations

EVERYBODY = "ann olu zed sal lex ada"
DESK = "olu sal"
SECRETARIAT = "sal"

PUBLIC = frozenset(
    {"static", "home.health", "accounts.sign_in", "accounts.enter", "accounts.quick_exit", "accounts.gone",
     "feed.fetch"}
)  # fmt: skip

THROUGH: dict[str, str] = {
    # one's own
    "home.show": EVERYBODY, "accounts.own": EVERYBODY, "accounts.change_password": EVERYBODY, "accounts.wear": EVERYBODY,
    "accounts.lasts": EVERYBODY, "accounts.end_other_sessions": EVERYBODY, "accounts.write_phone": DESK, "accounts.leave": EVERYBODY,
    "feed.own": "ann olu zed sal lex", "feed.renew": "ann olu zed sal lex", "feed.revoke": "ann olu zed sal lex",
    "feed.ring": "ann olu zed sal lex",
    # first pages
    "home.agenda": "ann olu zed sal lex", "home.figures": "sal ada", "home.search": DESK, "home.find": DESK,
    "record.index": SECRETARIAT, "record.check": SECRETARIAT, "record.identifying": SECRETARIAT, "record.identify": SECRETARIAT,
    # accounts
    "accounts.index": SECRETARIAT, "accounts.new": SECRETARIAT, "accounts.create": SECRETARIAT, "accounts.show": SECRETARIAT,
    "accounts.grant": SECRETARIAT, "accounts.end_grant": SECRETARIAT, "accounts.end_sessions": SECRETARIAT,
    "accounts.reset": SECRETARIAT, "cases.closing_account": SECRETARIAT, "cases.hand_over_account": SECRETARIAT,
    "cases.close_account": SECRETARIAT, "accounts.confirming": "ann olu zed sal lex", "accounts.confirm": "ann olu sal", "accounts.renewing": EVERYBODY, "accounts.renew": EVERYBODY, "accounts.enable": SECRETARIAT,
    # workplaces
    "workplaces.index": DESK, "workplaces.show": DESK, "workplaces.new": SECRETARIAT, "workplaces.create": SECRETARIAT,
    "workplaces.edit": SECRETARIAT, "workplaces.update": SECRETARIAT, "workplaces.count": DESK,
    "workplaces.strike_count": DESK,
    "proposed_sites.index": DESK, "proposed_sites.new": DESK, "proposed_sites.create": DESK, "proposed_sites.show": DESK,
    "proposed_sites.accept": SECRETARIAT, "proposed_sites.merge": SECRETARIAT, "proposed_sites.refuse": SECRETARIAT,
    "employers.index": DESK, "employers.show": DESK, "employers.new": SECRETARIAT, "employers.create": SECRETARIAT,
    "employers.edit": SECRETARIAT, "employers.update": SECRETARIAT,
    # members
    "members.index": DESK, "members.search": DESK, "members.look": DESK, "members.roster": DESK, "members.new": DESK, "members.create": DESK,
    "members.mine": "ann zed", "members.show": "ann olu sal lex", "members.edit": DESK, "members.update": DESK, "members.standing": DESK, "members.stand": DESK,
    "members.card": DESK, "members.keep_card": DESK, "members.dues": DESK, "members.pay_dues": DESK,
    "members.consent": DESK, "members.give_consent": DESK, "members.withdraw_consent": DESK,
    "members.new_employment": DESK, "members.employ": DESK, "members.edit_employment": DESK, "members.update_employment": DESK,
    "members.elected": DESK, "members.leaving": DESK, "members.leave": DESK, "members.wages": DESK, "members.add_wage": DESK, "members.strike_wage": DESK,
    "members.new_mandate": DESK, "members.give_mandate": DESK, "members.ending_mandate": DESK, "members.end_mandate": DESK,
    "members.entrusting": DESK, "members.entrust": DESK, "members.take_back": DESK,
    "members.propose": "ann olu zed sal", "members.hand_in": "ann olu zed sal",
    "members.exporting": DESK, "members.take_out": DESK,
    "members.own_file": SECRETARIAT, "members.find_own": SECRETARIAT, "members.link_own": SECRETARIAT,
    "members.unlink_own": SECRETARIAT,
    "members.waiting": DESK, "members.proposal": DESK, "members.take": DESK, "members.set_aside": DESK,
    # lists on their way in
    "imports.index": DESK, "imports.new": DESK, "imports.create": DESK, "imports.show": DESK, "imports.columns": DESK,
    "imports.understand_columns": DESK, "imports.preview": DESK, "imports.apply": DESK, "imports.progress": DESK,
    "imports.discard": DESK, "imports.stop": DESK, "imports.decide": DESK, "imports.note_left": DESK, "imports.undoing_page": DESK, "imports.undo": DESK, "imports.correct": DESK, "imports.answer": DESK,
    "imports.settle_twins": DESK, "imports.typed": DESK, "imports.take_typed": DESK, "imports.use_reading": DESK, "imports.keep_reading": DESK, "imports.readings": DESK, "imports.reading": DESK,
    "imports.rename_reading": DESK, "imports.forget_reading": DESK,
    "imports.left_out": "",  # nothing was left out of the list of the scene
    # grievances
    "grievances.new": "ann olu zed sal lex", "grievances.step": "ann olu zed sal lex", "grievances.keep": "ann olu zed sal lex", "grievances.discard": "ann olu zed sal lex", "grievances.create": "ann olu zed sal lex",
    "grievances.index": "ann olu zed sal lex", "grievances.show": "ann olu sal lex", "grievances.receipt": "ann",
    "grievances.note": "ann olu sal lex", "grievances.do_step": "ann olu sal lex", "grievances.undo_step": "ann olu sal lex",
    "grievances.readers": "ann olu sal", "grievances.name": "ann olu sal", "grievances.remove_reader": "ann olu sal",
    "grievances.make_confidential": "ann olu sal", "grievances.ordinary": "ann olu sal",
    "grievances.make_ordinary": "ann olu sal",
    "grievances.correct": "ann olu sal", "grievances.put_right": "ann olu sal", "grievances.ask_correction": "ann",
    "grievances.hand_in_correction": "ann",
    "grievances.known": "ann olu sal lex", "grievances.step_letter": "olu sal lex", "grievances.learn": "ann olu sal lex",
    "grievances.about": DESK, "grievances.not_about": DESK, "grievances.link": DESK, "grievances.look_for": DESK, "grievances.take": DESK,
    "grievances.hand_over": DESK, "grievances.assign": DESK, "grievances.waiting": DESK, "grievances.wait": DESK,
    "grievances.resume": DESK, "grievances.closing": DESK, "grievances.close": DESK, "grievances.reopening": DESK,
    "grievances.reopen": DESK,
    "cases.law": "olu sal lex", "cases.put_to_the_law": "olu sal lex",
    "cases.after_close": DESK, "cases.decide": DESK,
    # layoffs: the lawyer reads those that name him; the one of the scene does not
    "layoffs.index": "olu sal lex", "layoffs.show": DESK, "layoffs.new": DESK, "layoffs.create": DESK, "layoffs.edit": DESK,
    "layoffs.update": DESK, "layoffs.list_form": DESK, "layoffs.upload": DESK, "layoffs.preview": DESK,
    "layoffs.take_list": DESK, "layoffs.discard": DESK, "layoffs.answer_list": DESK, "layoffs.note": DESK, "layoffs.take": DESK, "layoffs.person": DESK,
    "layoffs.edit_person": DESK, "layoffs.correct": DESK, "layoffs.print_person": DESK, "layoffs.print_group": DESK,
    "layoffs.ending": DESK, "layoffs.close": DESK, "layoffs.reopening": DESK, "layoffs.reopen": DESK,
    "layoffs.papers": DESK, "layoffs.paper": DESK, "layoffs.sent": DESK, "layoffs.group_papers": DESK,
    "layoffs.group_paper": DESK, "layoffs.group_sent": DESK, "layoffs.out": DESK, "layoffs.take_out": DESK,
    "layoffs.agenda": DESK, "layoffs.readers": DESK, "layoffs.name": DESK, "layoffs.remove_reader": DESK, "layoffs.order": DESK, "layoffs.compare_order": DESK, "layoffs.steps": DESK, "layoffs.step": DESK, "layoffs.note_step": DESK, "layoffs.edit_procedure": DESK,
    "layoffs.update_procedure": DESK,
    "layoffs.sheets_progress": DESK, "layoffs.sheets_zip": DESK, "layoffs.namesakes": DESK, "layoffs.identify": DESK,
    "layoffs.versions": DESK, "layoffs.figures": DESK, "layoffs.difference": DESK, "layoffs.switches": DESK, "layoffs.switch": DESK,
    "layoffs.own_procedure": DESK, "layoffs.edit_own_procedure": DESK, "layoffs.answer_own_procedure": DESK,
    "layoffs.payslips_of": DESK, "layoffs.write_payslips": DESK, "layoffs.payslips_difference": DESK,
    "layoffs.switches_difference": DESK, "layoffs.own_switches": DESK, "layoffs.switch_own": DESK, "layoffs.own_difference": DESK,
    # the first hours of a closure; a delegate has the form at the gate of his site only
    **{f"closures.{view}": DESK for view in (
        "new", "create", "beginning", "begin", "show", "tick", "gate", "put_on_list", "evidence", "keep_evidence",
    )},
    **{f"jobloss.{view}": DESK for view in ("show", "edit", "update", "paper")},
    "closures.intake": "ann olu sal", "closures.take_in": "ann olu sal", "closures.take_back": "ann",
    # papers and court files: the lawyer has them for the cases that name him, not for the dispute of the scene
    **{f"{feature}.{view}": "olu sal lex" for feature in ("receipts", "dismissals") for view in (
        "index", "new", "create", "show", "edit", "update", "questions", "answer", "letter", "sending", "sent", "setting_aside",
        "set_aside",
    )},
    "receipts.rights": "olu sal lex", "receipts.claim": "olu sal lex",
    **{f"court.{view}": "olu sal lex" for view in (
        "index", "new", "create", "show", "edit", "update", "new_hearing", "fix", "held", "hold", "judgment", "judge", "paper",
        "setting_aside", "set_aside",
    )},
    **{f"{feature}.{view}": DESK for feature in ("receipts", "dismissals", "court") for view in ("new_for", "create_for")},
}  # fmt: skip
