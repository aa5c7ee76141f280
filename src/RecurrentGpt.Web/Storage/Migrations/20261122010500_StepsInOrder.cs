using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RecurrentGpt.Web.Storage.Migrations
{
    /// <inheritdoc />
    public partial class StepsInOrder : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Steps_StoryId",
                table: "Steps");

            migrationBuilder.CreateIndex(
                name: "IX_Steps_StoryId_Id_ParentId_Number_ParagraphVersion",
                table: "Steps",
                columns: new[] { "StoryId", "Id", "ParentId", "Number", "ParagraphVersion" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Steps_StoryId_Id_ParentId_Number_ParagraphVersion",
                table: "Steps");

            migrationBuilder.CreateIndex(
                name: "IX_Steps_StoryId",
                table: "Steps",
                column: "StoryId");
        }
    }
}
