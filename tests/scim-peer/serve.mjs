// node serve.mjs PORT USERS: users in memory; the handler of lists gives out the page alone, which is the fastest it can do.
import express from 'express';
import SCIMMY from 'scimmy';
import SCIMMYRouters from 'scimmy-routers';

const [port, count] = process.argv.slice(2).map(Number);
const now = new Date();
const users = Array.from({ length: count }, (_, at) => ({
    id: `${at + 1}`, externalId: `ext-${at}`, userName: `load${at}`, name: { givenName: 'Load', familyName: `Number ${at}` }, active: true,
    emails: [{ value: `load${at}@example.net`, type: 'work', primary: true }], meta: { created: now, lastModified: now },
}));
const byId = new Map(users.map(user => [user.id, user]));

SCIMMY.Resources.declare(SCIMMY.Resources.User)
    .ingress(() => { throw new Error('Nothing is written here.'); })
    .egress(resource => {
        if (resource.id) return byId.get(resource.id);
        const { startIndex = 1, count: size = 100 } = resource.constraints ?? {};
        return users.slice(startIndex - 1, startIndex - 1 + size);
    })
    .degress(() => { throw new Error('Nothing is removed here.'); });

const app = express();
app.use('/scim/v2', new SCIMMYRouters({ type: 'bearer', handler: request => { if (!request.header('Authorization')) throw new Error('No token.'); return 'load'; } }));
app.listen(port, '127.0.0.1');
