using RecurrentGpt.Web.People;

namespace RecurrentGpt.Web.Features.NewStory;

internal static class NewStoryServices
{
    public static IServiceCollection AddNewStory(this IServiceCollection services) => services.AddOwnTransient<NewStoryForm>();
}
