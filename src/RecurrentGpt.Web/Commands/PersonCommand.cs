using System.CommandLine;
using RecurrentGpt.Web.Storage;

namespace RecurrentGpt.Web.Commands;

/// <summary>What one of the verbs of people is asked for.</summary>
/// <param name="Services">Those of the host.</param>
/// <param name="Name">Whom it is about.</param>
/// <param name="Password">The password; null where none is asked for.</param>
/// <param name="Output">Takes what was asked for.</param>
/// <param name="Stop">Ctrl+C.</param>
internal sealed record PersonOrder(IServiceProvider Services, string Name, string? Password, TextWriter Output, CancellationToken Stop);

/// <summary>One verb of people.</summary>
internal sealed class PersonCommand : Command
{
    private readonly Argument<string> _name = new("NAME") { Description = "Their name." };
    private readonly Option<bool> _fromInput = new("--password-stdin") { Description = "Take the password from the first line of standard input." };
    private readonly Option<string?> _data = SharedOptions.Data();
    private readonly Func<PersonOrder, Task<string?>> _verb;
    private readonly TextReader _input;
    private readonly bool _hasName;
    private readonly bool _hasPassword;

    /// <param name="name">The verb.</param>
    /// <param name="description">What it does.</param>
    /// <param name="verb">Does it, and says why it cannot; null when it is done.</param>
    /// <param name="input">Standard input.</param>
    /// <param name="hasName">Whether it is about somebody.</param>
    /// <param name="hasPassword">Whether it wants a password: never as an argument, which everybody on the machine could read.</param>
    public PersonCommand(string name, string description, Func<PersonOrder, Task<string?>> verb, TextReader input, bool hasName = true, bool hasPassword = false)
        : base(name, description)
    {
        (_verb, _input, _hasName, _hasPassword) = (verb, input, hasName, hasPassword);
        if (hasName)
        {
            Add(_name);
        }

        if (hasPassword)
        {
            Add(_fromInput);
        }

        Add(_data);
        SetAction(RunAsync);
    }

    private Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        return Headless.LookAsync(
            parsed.GetValue(_data),
            error,
            async services =>
            {
                await OpenAsync(services, stop);
                var order = new PersonOrder(services, _hasName ? parsed.GetRequiredValue(_name) : "", await ReadPasswordAsync(parsed, error, stop), output, stop);
                return await _verb(order) is { } problem ? throw new UsageException(problem) : ExitCode.Done;
            },
            stop);
    }

    private static async Task OpenAsync(IServiceProvider services, CancellationToken stop)
    {
        try
        {
            await services.GetRequiredService<StorageStartup>().OpenAsync(stop);
        }
        catch (DataFolderInUseException inUse)
        {
            throw new UsageException($"{inUse.Message} On the desk that runs, Settings → People does the same.");
        }
    }

    private async Task<string?> ReadPasswordAsync(ParseResult parsed, TextWriter error, CancellationToken stop) =>
        !_hasPassword ? null
        : parsed.GetValue(_fromInput) ? await _input.ReadLineAsync(stop) ?? throw new UsageException("Standard input is empty: --password-stdin takes the password from its first line.")
        : await TypedPassword.AskAsync(error);
}
