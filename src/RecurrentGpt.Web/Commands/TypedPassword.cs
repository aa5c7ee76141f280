namespace RecurrentGpt.Web.Commands;

/// <summary>A password that is typed at a terminal, and not shown.</summary>
internal static class TypedPassword
{
    /// <exception cref="UsageException">Nobody types here.</exception>
    public static async Task<string> AskAsync(TextWriter error)
    {
        if (Console.IsInputRedirected)
        {
            throw new UsageException("There is no terminal to type the password at; give it by standard input with --password-stdin.");
        }

        await error.WriteAsync("Password: ");
        var typed = Read();
        await error.WriteLineAsync();
        return typed;
    }

    private static string Read()
    {
        var typed = new List<char>();
        for (var key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                typed.RemoveRange(Math.Max(0, typed.Count - 1), Math.Min(1, typed.Count));
            }
            else if (key.KeyChar != '\0')
            {
                typed.Add(key.KeyChar);
            }
        }

        return string.Concat(typed);
    }
}
