using Microsoft.Extensions.Options;
using RecurrentGpt.Web.People;

namespace RecurrentGpt.Web.Hosting;

/// <summary>Whether anybody asks who is there before the program answers: it does itself, or the proxy before it.</summary>
internal sealed class Guard(IOptions<SignInOptions> signIn, IOptions<AccessOptions> access)
{
    private bool Stands => signIn.Value.Enabled || access.Value.BehindProxy;

    /// <summary>Says why the program must not listen on these addresses; null when it may.</summary>
    public string? Refuse(IEnumerable<string> addresses) =>
        !Stands && addresses.FirstOrDefault(address => !LoopbackAddress.Is(address)) is { } open
            ? $"""
              {open} can be reached from other machines, and nobody would ask who is there: whoever reaches the desk could read, change and delete every story. There are two ways out:
                SignIn__Enabled=true       people sign in
                Access__BehindProxy=true   a proxy before the desk lets nobody through whom it has not authenticated
              On this machine alone it needs neither: --urls http://127.0.0.1:5080
              """
            : null;
}
