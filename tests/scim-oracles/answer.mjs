// Reads one JSON document of questions from the standard input and writes one of answers: which resources a filter means, and
// what becomes of a resource by a change (null where it is refused).
import { parse, filter } from 'scim2-parse-filter';
import { scimPatch } from 'scim-patch';

let text = '';
for await (const chunk of process.stdin) text += chunk;
const { resources, filters, changes } = JSON.parse(text);

const found = filters.map(wanted => {
    const fulfils = filter(parse(wanted));
    return resources.filter(fulfils).map(resource => resource.id);
});
const changed = changes.map(({ before, operations }) => {
    try {
        // RFC 7643 section 2.5: a list that is not there is an empty one, also for the next operation.
        return operations.reduce((resource, operation) => scimPatch({ members: [], ...resource }, [operation]), structuredClone(before));
    } catch {
        return null;
    }
});
process.stdout.write(JSON.stringify({ filters: found, changes: changed }));
