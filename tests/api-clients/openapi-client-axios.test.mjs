// A client that is made from the served description when it starts, as agents and scripts make theirs: what the description says
// must be enough to call everything that is read, and to write.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import library from 'openapi-client-axios';

const world = JSON.parse(process.env.API_CLIENTS_WORLD ?? 'null');
if (!world) throw new Error('API_CLIENTS_WORLD is not set: OpenProject.Api.Tests starts these tests (GeneratedClientTests).');

const { default: OpenAPIClientAxios = library } = library;
let client;
let reads;

before(async () => {
    const definition = await (await fetch(`${world.base}/api/v3/openapi.json`)).json();
    const api = new OpenAPIClientAxios({
        definition,
        quick: true,
        withServer: { url: world.base },
        axiosConfigDefaults: { auth: { username: 'apikey', password: world.token }, maxRedirects: 0, validateStatus: () => true },
    });
    client = await api.init();
    reads = api.getOperations().filter(operation => operation.method === 'get');
});

/** Calls an operation; the status must be one that the description tells of. */
async function call({ operationId, path, responses }, parameters) {
    const answer = await client[operationId](parameters);
    assert.ok(answer.status in responses, `${operationId} (${path}) answered ${answer.status}: ${JSON.stringify(answer.data)}`);
    return answer;
}

test('every list and what is in it is read by what the description says', async () => {
    const first = new Map();
    let lists = 0;
    for (const operation of reads.filter(({ path }) => !path.includes('{'))) {
        const answer = await call(operation);
        lists += answer.status === 200 ? 1 : 0;
        const element = answer.data?._embedded?.elements?.[0];
        if (element) first.set(operation.path, element);
    }

    assert.ok(lists > 50, `${lists} lists were answered`);
    let viewed = 0;
    for (const operation of reads) {
        const [list, ...names] = operation.path.split(/\/?\{|\}[^{]*\{?/);
        const element = first.get(list);
        if (!element || names.filter(Boolean).length !== 1) continue;
        const answer = await call(operation, { [names[0]]: decodeURIComponent(element._links.self.href.slice(list.length + 1)) });
        viewed += answer.status === 200 ? 1 : 0;
        if (operation.path.endsWith('}') && !operation.path.includes('queries/')) assert.equal(answer.status, 200, operation.path);
    }

    assert.ok(viewed > 40, `${viewed} were viewed`);
});

test('a work package is written by the operations that the description names', async () => {
    const project = (await client.View_project({ id: 'demo-project' })).data._links.self;
    const type = (await client.List_all_Types()).data._embedded.elements[0]._links.self;
    const made = await client.create_work_package(null, { subject: 'By a client that was made from the description', _links: { project, type } });
    assert.equal(made.status, 201, JSON.stringify(made.data));
    const { id, lockVersion } = made.data;

    const form = await client.form_edit_work_package({ id }, { lockVersion, subject: 'Changed' });
    assert.deepEqual(form.data._embedded.validationErrors, {});
    const changed = await client.update_work_package({ id }, form.data._embedded.payload);
    assert.deepEqual([changed.status, changed.data.subject], [200, 'Changed']);
    const comment = await client.Comment_work_package({ id }, { comment: { raw: 'Said' } });
    assert.deepEqual([comment.status, comment.data.comment.raw], [201, 'Said']);
    const found = await client.list_work_packages({ filters: JSON.stringify([{ id: { operator: '=', values: [String(id)] } }]) });
    assert.equal(found.data.total, 1);
    assert.equal((await client.delete_work_package({ id })).status, 204);
    assert.equal((await client.view_work_package({ id })).status, 404);
});
