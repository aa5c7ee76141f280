using System.CommandLine;

namespace RecurrentGpt.Web.Commands;

/// <summary>people: who may sign in at the desk.</summary>
internal sealed class PeopleCommand : Command
{
    public PeopleCommand(TextReader input)
        : base("people", "Say who may sign in (SignIn:Enabled). The first one that is added is the owner of the desk. While the desk runs, Settings → People does the same.")
    {
        Add(new PersonCommand("list", "List them: name, and owner, in or out, with a tab between.", PeopleVerbs.ListAsync, input, hasName: false));
        Add(new PersonCommand("add", "Add somebody. The password is asked for.", PeopleVerbs.AddAsync, input, hasPassword: true));
        Add(new PersonCommand("password", "Give somebody a new password, which signs them out everywhere. It is asked for.", PeopleVerbs.SetPasswordAsync, input, hasPassword: true));
        Add(new PersonCommand("disable", "Shut somebody out. Nothing of theirs is removed.", PeopleVerbs.DisableAsync, input));
        Add(new PersonCommand("enable", "Let somebody in again.", PeopleVerbs.EnableAsync, input));
    }
}
