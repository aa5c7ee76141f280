using System.CommandLine;
using RecurrentGpt.Faults;
using RecurrentGpt.Web.Storage;

SqliteLibrary.Prepare();

var root = new RootCommand("Breaks the program on purpose, and counts what is lost.")
{
    new TrialCommand("all", "All trials, one after another.", TrialList.All),
};
foreach (var trial in TrialList.All)
{
    root.Add(new TrialCommand(trial.Name, trial.What, [trial]));
}

return await root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
