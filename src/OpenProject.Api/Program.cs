using OpenProject.Api.Composition;

return await CommandLine.Parse(args).InvokeAsync(new() { ProcessTerminationTimeout = null });
