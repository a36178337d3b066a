using System.Globalization;
using OpenProject.Api.Composition;

// What the server writes does not depend on the machine's language.
CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.CurrentUICulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;

NativeHeap.GiveBackWhatIsFree();
return await CommandLine.Parse(args).InvokeAsync(new() { ProcessTerminationTimeout = null });
