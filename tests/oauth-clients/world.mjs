// What the tests find: the address of a running server, a person, and three applications, made on its command line.
const world = JSON.parse(process.env.OAUTH_CLIENTS_WORLD ?? 'null');
if (!world) throw new Error('OAUTH_CLIENTS_WORLD is not set: OpenProject.Api.Tests starts these tests (NpmClientsTests).');

/** Where the server is, without a final slash. */
export const base = world.base;

/** The address that applications are answered at. Nothing listens there: the answer is read from the redirect. */
export const callback = 'http://127.0.0.1:8123/callback';

/** Applications: with a secret and a user of its own, without, and with a secret for MCP alone. */
export const { planner, pocket, assistant } = world;

/** An API token of the person, for programs without OAuth. */
export const token = world.token;

/** Where requests by the person's and by the planner's own tokens say who asks. */
export const me = new URL(`${base}/api/v3/users/me`);

/** Whom tokens stand for. */
export const names = { person: 'Ada Lovelace', planner: 'Planner Robot' };

/**
 * The person at a browser without scripts: goes where an application sends her, signs in and decides on the server's own
 * pages, and comes back with the address that the application is answered at.
 */
export async function visit(address, { decision = 'allow' } = {}) {
    const cookies = new Map();
    const send = async (to, body) => {
        const headers = { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') };
        const answer = await fetch(to, { method: body ? 'POST' : 'GET', body, headers, redirect: 'manual' });
        for (const cookie of answer.headers.getSetCookie()) {
            const [name, ...value] = cookie.split(';')[0].split('=');
            cookies.set(name, value.join('='));
        }
        return answer;
    };

    let at = new URL(address);
    let answer = await send(at);
    for (let step = 0; step < 8; step++) {
        if (answer.status === 302) {
            const next = new URL(answer.headers.get('location'), at);
            if (next.href.startsWith(callback)) return next;
            at = next;
            answer = await send(at);
            continue;
        }
        const page = await answer.text();
        if (answer.status !== 200) throw new Error(`${at} answered ${answer.status}: ${page}`);
        const form = formOf(page, /\/(login|oauth\/authorize)$/);
        at = new URL(form.action, at);
        form.fields.set(...(form.fields.has('username') ? ['username', world.person.login] : ['decision', decision]));
        if (form.fields.has('password')) form.fields.set('password', world.person.password);
        answer = await send(at, form.fields);
    }
    throw new Error(`The way through the pages does not end; it came to ${at}.`);
}

function formOf(page, action) {
    for (const [, attributes, content] of page.matchAll(/<form([^>]*)>(.*?)<\/form>/gs)) {
        if (!action.test(attribute(attributes, 'action'))) continue;
        const inputs = [...content.matchAll(/<input([^>]*)>/g)].map(match => match[1]);
        return { action: attribute(attributes, 'action'), fields: new URLSearchParams(inputs.map(input => [attribute(input, 'name'), attribute(input, 'value')])) };
    }
    throw new Error(`There is no form for the person on: ${page}`);
}

function attribute(tag, name) {
    const value = new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
    return value.replace(/&#x([0-9a-f]+);/gi, (_, code) => String.fromCodePoint(parseInt(code, 16)))
        .replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
}
