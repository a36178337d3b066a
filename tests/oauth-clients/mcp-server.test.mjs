// The client of the Model Context Protocol's SDK, unmodified: it checks what tools answer against their output schemas.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { UnauthorizedError } from '@modelcontextprotocol/sdk/client/auth.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { Assistant } from './assistant.mjs';
import { base, names, token, visit } from './world.mjs';

const serverUrl = new URL(`${base}/mcp`);
const client = () => new Client({ name: 'tests', version: '1.0.0' });

/** Calls every tool that needs no arguments and only reads. */
async function look(connected) {
    const { tools } = await connected.listTools();
    assert.ok(tools.length >= 20, `${tools.length} tools`);
    for (const tool of tools.filter(each => each.annotations.readOnlyHint && !each.inputSchema.required)) {
        const result = await connected.callTool({ name: tool.name, arguments: {} });
        assert.ok(!result.isError || result.structuredContent.code === 'forbidden', `${tool.name}: ${JSON.stringify(result)}`);
    }
    const me = await connected.callTool({ name: 'current_user', arguments: {} });
    assert.equal(me.structuredContent.name, names.person);
}

test('an agent is let in by its person, from nothing but the address, and works with her rights', async () => {
    const provider = new Assistant();
    const first = new StreamableHTTPClientTransport(serverUrl, { authProvider: provider });
    await assert.rejects(client().connect(first), UnauthorizedError);
    const back = await visit(provider.asked);
    await first.finishAuth(back.searchParams.get('code'));

    const connected = client();
    await connected.connect(new StreamableHTTPClientTransport(serverUrl, { authProvider: provider }));
    await look(connected);
    await connected.close();
});

test('a script works with an API token', async () => {
    const connected = client();
    await connected.connect(new StreamableHTTPClientTransport(serverUrl, { requestInit: { headers: { authorization: `Bearer ${token}` } } }));
    await look(connected);

    const { resources } = await connected.listResources();
    const mine = resources.find(resource => resource.name === 'current_user');
    const { contents } = await connected.readResource({ uri: mine.uri });
    assert.equal(JSON.parse(contents[0].text).name, names.person);
    await assert.rejects(connected.readResource({ uri: `${base}/api/v3/work_packages/4711` }), { code: -32002 });
    await assert.rejects(connected.callTool({ name: 'no_such_tool', arguments: {} }), { code: -32602 });
    const refused = await connected.callTool({ name: 'search_projects', arguments: { page: 0 } });
    assert.equal(refused.isError, true);
    assert.equal(refused.structuredContent.error, 'page must be at least 1.');
    await connected.close();
});

test('who comes without credentials is refused', async () => {
    await assert.rejects(client().connect(new StreamableHTTPClientTransport(serverUrl)), error => /401|unauthorized/i.test(String(error)));
});
