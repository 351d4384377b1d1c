using System.CommandLine;

var root = new RootCommand("Cymatic makes sound visible and signals audible.");
return await root.Parse(args).InvokeAsync();
