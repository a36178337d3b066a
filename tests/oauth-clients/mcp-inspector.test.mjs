// The Model Context Protocol's Inspector on its command line, strict: a schema that some clients would pass over fails.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { base, names, token } from './world.mjs';

const run = promisify(execFile);
const inspect = async (...options) => {
    const { stdout } = await run(
        process.execPath,
        ['node_modules/.bin/mcp-inspector', '--cli', `${base}/mcp`, '--transport', 'http', '--header', `Authorization: Bearer ${token}`, ...options],
        { maxBuffer: 16 * 1024 * 1024 });
    return stdout;
};

for (const era of ['legacy', 'modern']) {
    test(`tools are listed without faults, ${era}`, async () => {
        const listed = await inspect('--protocol-era', era, '--method', 'tools/list', '--strict', '--format', 'json');
        assert.match(listed, /"search_work_packages"/);
    });

    test(`a tool is called, ${era}`, async () => {
        const answer = await inspect('--protocol-era', era, '--method', 'tools/call', '--tool-name', 'current_user', '--format', 'json');
        assert.ok(answer.includes(names.person), answer);
    });

    test(`a resource is read, ${era}`, async () => {
        const answer = await inspect('--protocol-era', era, '--method', 'resources/read', '--uri', `${base}/api/v3/users/me`, '--format', 'json');
        assert.ok(answer.includes(names.person), answer);
    });
}
