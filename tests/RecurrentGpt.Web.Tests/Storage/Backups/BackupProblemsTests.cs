using Microsoft.Data.Sqlite;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Storage.Backups;

namespace RecurrentGpt.Web.Tests.Storage.Backups;

public sealed class BackupProblemsTests
{
    private static readonly string Folder = Path.GetTempPath();

    [Theory]
    [InlineData(13, BackupProblem.DiskFull)]
    [InlineData(8, BackupProblem.NotWritable)]
    [InlineData(14, BackupProblem.NotWritable)]
    [InlineData(23, BackupProblem.NotWritable)]
    [InlineData(11, BackupProblem.Damaged)]
    [InlineData(26, BackupProblem.Damaged)]
    [InlineData(10, BackupProblem.Other)]
    public void Of_AnErrorOfSqlite_NamesWhatCanBeDone(int code, BackupProblem problem)
    {
        var failure = new SqliteException("SQLite says so.", code);

        Assert.Equal(problem, BackupProblems.Of(failure, Folder));
        Assert.Equal(problem, BackupProblems.Of(StoreTrouble.ToException(failure, Folder) ?? (Exception)failure, Folder));
    }

    // The numbers of Linux, macOS and Windows for a full disk, one that is full for this user, and one that takes no writing.
    [Theory]
    [InlineData(28, BackupProblem.DiskFull)]
    [InlineData(122, BackupProblem.DiskFull)]
    [InlineData(69, BackupProblem.DiskFull)]
    [InlineData(unchecked((int)0x80070070), BackupProblem.DiskFull)]
    [InlineData(unchecked((int)0x80070027), BackupProblem.DiskFull)]
    [InlineData(30, BackupProblem.NotWritable)]
    [InlineData(unchecked((int)0x80070013), BackupProblem.NotWritable)]
    [InlineData(5, BackupProblem.Other)]
    public void Of_AnErrorOfTheFileSystem_NamesWhatCanBeDone(int code, BackupProblem problem) =>
        Assert.Equal(problem, BackupProblems.Of(new IOException("It failed.", code), Folder));

    [Fact]
    public void Of_WhatHasItsNameAlready_KeepsIt()
    {
        Assert.Equal(BackupProblem.Damaged, BackupProblems.Of(new InvalidDataException(), Folder));
        Assert.Equal(BackupProblem.NotWritable, BackupProblems.Of(new UnauthorizedAccessException(), Folder));
        Assert.Equal(BackupProblem.DiskFull, BackupProblems.Of(new BackupException(Folder, new IOException("It failed.", 28)), Folder));
    }
}
