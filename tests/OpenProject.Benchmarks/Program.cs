using OpenProject.Benchmarks;

// fill DATA_DIRECTORY ROWS           adds work packages to the database of a server that is stopped
// serve DATA_DIRECTORY URL           serves the hand-written counterparts of the measured requests from that database
return args switch
{
    ["fill", var directory, var rows] => Filling.Fill(directory, int.Parse(rows)),
    ["serve", var directory, var url] => await Counterparts.ServeAsync(directory, url),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: fill DATA_DIRECTORY ROWS | serve DATA_DIRECTORY URL; tools/load.sh runs the whole comparison");
    return 2;
}
