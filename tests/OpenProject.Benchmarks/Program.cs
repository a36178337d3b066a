using OpenProject.Benchmarks;

// fill DATA_DIRECTORY ROWS           adds work packages to the database of a server that is stopped
// spread DATA_DIRECTORY ROWS         the same in 200 projects, and prints the ids to filter by
// fill-users DATA_DIRECTORY USERS    adds users and groups to it
// fill-topics DATA_DIRECTORY ROWS    adds topics of BCF to its demo project
// fill-people DATA_DIRECTORY P U     makes mira a member of P projects, and U people members of the demo project, and prints the first's id
// serve DATA_DIRECTORY URL           serves the hand-written counterparts of the measured requests from that database
return args switch
{
    ["fill", var directory, var rows] => Filling.Fill(directory, int.Parse(rows)),
    ["spread", var directory, var rows] => Spreading.Fill(directory, int.Parse(rows)),
    ["fill-users", var directory, var users] => ScimFilling.Fill(directory, int.Parse(users)),
    ["fill-topics", var directory, var rows] => TopicFilling.Fill(directory, int.Parse(rows)),
    ["fill-people", var directory, var projects, var people] => PeopleFilling.Fill(directory, int.Parse(projects), int.Parse(people)),
    ["serve", var directory, var url] => await Counterparts.ServeAsync(directory, url),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: fill DATA_DIRECTORY ROWS | spread DATA_DIRECTORY ROWS | fill-users DATA_DIRECTORY USERS | fill-topics DATA_DIRECTORY ROWS | fill-people DATA_DIRECTORY PROJECTS PEOPLE | serve DATA_DIRECTORY URL; tools/load.sh, tools/filters.sh, tools/people.sh, tools/scim-load.sh and tools/bcf-load.sh use it");
    return 2;
}
