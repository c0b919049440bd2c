# SPDX-License-Identifier: Apache-2.0
"""What a wrong engine could answer: each changes a true answer in one place,
or gives False where that is not possible."""


def points(tree):
    return tree["frontier"]["points"]


def one_more(container, key):
    if container[key] is None:
        return False
    container[key] = int(container[key]) + 1
    return True


def recount(tree):
    tree["frontier"]["count"] = len(points(tree))
    return True


def without(tree, i):
    del points(tree)[i]
    return recount(tree)


def a_point_is_missing(tree, case):
    return without(tree, len(points(tree)) // 2)


def by_worth(tree, last):
    """The number of the point that is worth least, or most, to the first."""
    choose = max if last else min
    return choose(range(len(points(tree))),
                  key=lambda i: points(tree)[i]["worth"])


def the_first_partys_best_is_missing(tree, case):
    return without(tree, by_worth(tree, True))


def the_first_partys_worst_is_missing(tree, case):
    return without(tree, by_worth(tree, False))


def a_point_is_there_twice(tree, case):
    points(tree).insert(0, points(tree)[0])
    return recount(tree)


def dominated(tree, case):
    """Worse than a point for somebody and better for nobody, told truly, by
    another option of an issue; and the point's number."""
    for i, point in enumerate(points(tree)):
        for j, name in enumerate(case.names):
            for option in case.options[j]:
                terms = dict(point["terms"], **{name: option})
                x = tuple(o.index(terms[n])
                          for n, o in zip(case.names, case.options))
                worth = [u / 10 ** 12 for u in case.worth(x)]
                if case.keeps_rules(x) and worth != point["worth"] and all(
                        a <= b for a, b in zip(worth, point["worth"])):
                    return dict(point, terms=terms, worth=worth), i
    return None, 0


def in_order(tree, case):
    points(tree).sort(key=lambda p: [o.index(p["terms"][n])
                                     for n, o in zip(case.names, case.options)])
    return recount(tree)


def a_dominated_point_is_there(tree, case):
    worse, _ = dominated(tree, case)
    if worse:
        points(tree).append(worse)
    return bool(worse) and in_order(tree, case)


def a_dominated_point_takes_a_place(tree, case):
    worse, i = dominated(tree, case)
    if worse:
        points(tree)[i] = worse
    return bool(worse) and in_order(tree, case)


def a_worth_is_off(tree, case):
    points(tree)[-1]["worth"][0] += 1e-9
    return True


def another_option_is_named(tree, case):
    """Of an issue that somebody cares about."""
    point = points(tree)[0]
    for j, name in enumerate(case.names):
        for table in case.worths:
            here = case.options[j].index(point["terms"][name])
            for o, worth in enumerate(table[j]):
                if worth != table[j][here] and case.is_additive():
                    point["terms"][name] = case.options[j][o]
                    return True
    return False


def an_option_is_unknown(tree, case):
    points(tree)[0]["terms"][case.names[0]] = "nobody's"
    return True


def the_number_of_points_is_off(tree, case):
    return one_more(tree["frontier"], "count")


def outcomes_of_a_point_are_off(tree, case):
    return not tree["counts-least"] and one_more(points(tree)[0], "outcomes")


def the_number_of_outcomes_is_off(tree, case):
    return not case.rules and one_more(tree, "outcomes")


def rational_outcomes_are_denied(tree, case):
    if not tree["solutions"]:
        return False
    tree["individually-rational"] = 0
    return True


def no_deal_is_worth_more(tree, case):
    if case.reserves[0] == "none":
        return False
    tree["reserve"][0] += 0.001
    return True


def another_point_is_the_solution(tree, case):
    for s, solution in enumerate(tree["solutions"]):
        for point in points(tree):
            if point["worth"] != solution["worth"] and \
                    point["terms"] not in solution["ties"]:
                tree["solutions"][s] = dict(solution, terms=point["terms"],
                                            worth=point["worth"],
                                            ties=[point["terms"]])
                return True
    return False


def no_solution_is_given(tree, case):
    given = bool(tree["solutions"])
    tree["solutions"], tree["tie-counts"] = [], []
    return given


def a_tie_is_missing(tree, case):
    for solution in tree["solutions"]:
        if 1 < len(solution["ties"]) < 1000 and not tree["counts-least"]:
            del solution["ties"][-1]
            return True
    return False


def a_tie_too_many(tree, case):
    for i, solution in enumerate(tree["solutions"]):
        for point in points(tree):
            if point["terms"] not in solution["ties"] and \
                    len(solution["ties"]) < 1000:
                solution["ties"].append(point["terms"])
                return one_more(tree["tie-counts"], i)
    return False


def ties_are_miscounted(tree, case):
    return bool(tree["tie-counts"]) and not tree["counts-least"] and \
        one_more(tree["tie-counts"], 0)


CORRUPTIONS = [
    a_point_is_missing, the_first_partys_best_is_missing,
    the_first_partys_worst_is_missing, a_point_is_there_twice,
    a_dominated_point_is_there, a_dominated_point_takes_a_place,
    a_worth_is_off, another_option_is_named, an_option_is_unknown,
    the_number_of_points_is_off, outcomes_of_a_point_are_off,
    the_number_of_outcomes_is_off, rational_outcomes_are_denied,
    no_deal_is_worth_more, another_point_is_the_solution,
    no_solution_is_given, a_tie_is_missing, a_tie_too_many,
    ties_are_miscounted]
