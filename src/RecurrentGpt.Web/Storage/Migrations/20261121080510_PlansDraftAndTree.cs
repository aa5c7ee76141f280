using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RecurrentGpt.Web.Storage.Migrations
{
    /// <inheritdoc />
    public partial class PlansDraftAndTree : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Coverage",
                table: "Steps",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "LockedSentences",
                table: "Steps",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<Guid>(
                name: "HeadId",
                table: "Runs",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Passage",
                table: "Runs",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "PlanNumber",
                table: "Runs",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "Locked",
                table: "Plans",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "ParagraphVersion",
                table: "MemoryEntries",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "StepMarks",
                columns: table => new
                {
                    StepId = table.Column<Guid>(type: "TEXT", nullable: false),
                    IsLocked = table.Column<bool>(type: "INTEGER", nullable: false),
                    Chapter = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    BranchName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    FoundFittingAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StepMarks", x => x.StepId);
                    table.ForeignKey(
                        name: "FK_StepMarks_Steps_StepId",
                        column: x => x.StepId,
                        principalTable: "Steps",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "StepMarks");

            migrationBuilder.DropColumn(
                name: "Coverage",
                table: "Steps");

            migrationBuilder.DropColumn(
                name: "LockedSentences",
                table: "Steps");

            migrationBuilder.DropColumn(
                name: "HeadId",
                table: "Runs");

            migrationBuilder.DropColumn(
                name: "Passage",
                table: "Runs");

            migrationBuilder.DropColumn(
                name: "PlanNumber",
                table: "Runs");

            migrationBuilder.DropColumn(
                name: "Locked",
                table: "Plans");

            migrationBuilder.DropColumn(
                name: "ParagraphVersion",
                table: "MemoryEntries");
        }
    }
}
