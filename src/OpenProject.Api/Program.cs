using OpenProject.Api.Composition;

return await CommandLine.Create(args).InvokeAsync();
