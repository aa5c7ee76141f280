using Microsoft.Data.Sqlite;

namespace RecurrentGpt.Web.Storage.Backups;

/// <summary>Why a database must not be used.</summary>
/// <param name="What">In words for people who know databases.</param>
/// <param name="IsOfLogAlone">Whether all that the log has lost is in the file, so that the file by itself is a state that was committed.</param>
internal sealed record DatabaseFault(string What, bool IsOfLogAlone = false);

/// <summary>Tells a sound database from one that must not be used.</summary>
internal static class DatabaseHealth
{
    private const int Corrupt = 11;
    private const int NotADatabase = 26;
    private const int ShortRead = 522;

    /// <summary>What is wrong with a database that nobody has open; null when nothing is, and when there is none yet.</summary>
    /// <param name="file">The database.</param>
    /// <param name="isThorough">Whether all of its structure is looked at, which takes half a second for a gigabyte that is in memory.</param>
    /// <param name="wasThere">Whether there has been one, so that none is not a beginning but a loss.</param>
    public static DatabaseFault? FaultOf(string file, bool isThorough, bool wasThere)
    {
        if (LengthOf(file) == 0)
        {
            return wasThere || LengthOf($"{file}-wal") > 0 ? new DatabaseFault(File.Exists(file) ? "the file is empty" : "the file is missing") : null;
        }

        try
        {
            var left = LogIndex.Read(file);
            using var connection = Connections.OpenForLooking(file);
            return Look(connection, file, left, isThorough);
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode is Corrupt or NotADatabase || failure.SqliteExtendedErrorCode == ShortRead)
        {
            return new DatabaseFault(failure.Message);
        }
        catch (SqliteException)
        {
            // It may be sound, and who opens it next says why it cannot be opened.
            return null;
        }
    }

    private static DatabaseFault? Look(SqliteConnection connection, string file, LogIndex? left, bool isThorough)
    {
        connection.Ask("SELECT count(*) FROM sqlite_master");
        var frames = LogIndex.Read(file)?.Frames ?? 0;
        if (CommitNumber.IsBehind(connection, file) || left?.HasLost(frames) is true)
        {
            return new DatabaseFault("its log (-wal) has lost a part that the file depends on", left?.IsInFile(frames) is true);
        }

        return isThorough && connection.Ask("PRAGMA quick_check(1)") is var answer && answer as string != "ok" ? new DatabaseFault($"{answer}") : null;
    }

    private static long LengthOf(string file) => new FileInfo(file) is { Exists: true } info ? info.Length : 0;
}
