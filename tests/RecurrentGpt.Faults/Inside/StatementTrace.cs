using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace RecurrentGpt.Faults.Inside;

/// <summary>Tells of every statement of a connection before it runs, BEGIN and COMMIT among them, by SQLite's own trace.</summary>
internal static class StatementTrace
{
    /// <summary>
    /// By reflection: SqliteConnection is built against a newer version of the package with SQLite's functions than a registry may have, and the
    /// compiler refuses what the program's own loader is told to accept.
    /// </summary>
    public static void Watch(SqliteConnection connection, Action<string> statement)
    {
        var handle = HandleOf(connection);
        var functions = handle.GetType().Assembly.GetType("SQLitePCL.raw", throwOnError: true)!;
        var trace = functions.GetMethods().Single(method => method.Name == "sqlite3_trace" && method.GetParameters()[1].ParameterType.Name == "strdelegate_trace");
        Action<object?, string> told = (_, text) => statement(text);
        trace.Invoke(null, [handle, Delegate.CreateDelegate(trace.GetParameters()[1].ParameterType, told.Target, told.Method), null]);
    }

    /// <summary>Tells one open connection from another.</summary>
    public static nint Identify(SqliteConnection connection) => HandleOf(connection).DangerousGetHandle();

    private static SafeHandle HandleOf(SqliteConnection connection) => (SafeHandle)typeof(SqliteConnection).GetProperty("Handle")!.GetValue(connection)!;
}
