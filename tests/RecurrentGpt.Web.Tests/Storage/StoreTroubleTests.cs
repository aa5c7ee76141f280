using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Web.Storage;

namespace RecurrentGpt.Web.Tests.Storage;

public sealed class StoreTroubleTests
{
    private static readonly string Folder = Path.GetTempPath();

    [Theory]
    [InlineData(13, FailureKind.DiskFull)]
    [InlineData(8, FailureKind.DiskReadOnly)]
    [InlineData(10, FailureKind.DiskUnreachable)]
    [InlineData(14, FailureKind.DiskUnreachable)]
    [InlineData(5, FailureKind.StoreBusy)]
    public void Of_AnErrorOfSqlite_NamesItWithItsFolder(int code, FailureKind kind)
    {
        var failure = StoreTrouble.Of(new DbUpdateException("Saving failed.", new SqliteException("SQLite says so.", code)), Folder);

        Assert.Equal(new StepFailure(kind, Folder), failure);
    }

    [Theory]
    [InlineData(28, FailureKind.DiskFull)]
    [InlineData(30, FailureKind.DiskReadOnly)]
    [InlineData(unchecked((int)0x80070070), FailureKind.DiskFull)]
    public void Of_AnErrorOfTheFileSystem_NamesIt(int code, FailureKind kind) =>
        Assert.Equal(kind, StoreTrouble.Of(new IOException("It failed.", code), Folder)?.Kind);

    [Fact]
    public void Of_WhatTheDiskIsNotToBlameFor_IsNothing()
    {
        Assert.Null(StoreTrouble.Of(new SqliteException("UNIQUE constraint failed", 19), Folder));
        Assert.Null(StoreTrouble.Of(new InvalidOperationException("There is no story."), Folder));
    }

    [Theory]
    [InlineData(FailureKind.DiskFull, "Free some space")]
    [InlineData(FailureKind.DiskReadOnly, "Make it writable")]
    [InlineData(FailureKind.DiskUnreachable, "See that it is connected")]
    [InlineData(FailureKind.StoreBusy, "Close whatever has it open")]
    public void ToRefusal_EachKind_NamesWhatToDoAndTheFolder(FailureKind kind, string whatToDo)
    {
        var message = StoreTrouble.ToRefusal(new StepFailure(kind, "/stories"), new IOException()).Message;

        Assert.Contains(whatToDo, message, StringComparison.Ordinal);
        Assert.EndsWith("The folder is /stories.", message, StringComparison.Ordinal);
    }
}
