/* SPDX-License-Identifier: Apache-2.0
 * Kinds of events and their keys, from the table that reads them. */
#include <assert.h>

#include "api/api.h"
#include "process/event.h"

size_t parley_event_count(void) { return EVENT_KINDS; }

parley_event_info parley_event_get(size_t index) {
    event_kind kind = (event_kind)index;
    parley_event_info info = {event_kind_name(kind), event_kind_help(kind), 0};
    assert(index < EVENT_KINDS);
    while (event_key_get(kind, info.key_count).name)
        info.key_count++;
    return info;
}

parley_event_key parley_event_key_get(size_t event, size_t index) {
    event_key_info k = event_key_get((event_kind)event, index);
    assert(event < EVENT_KINDS && k.name);
    return (parley_event_key){k.name, k.value, k.needed, k.common};
}
