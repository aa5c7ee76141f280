using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace RecurrentGpt.Web.Hosting;

public static class OptionsByKey
{
    /// <summary>
    /// Binds a section and checks it by its attributes before the program starts. A message names the exact key to set, which the attributes alone do not.
    /// </summary>
    public static IServiceCollection AddCheckedOptions<T>(this IServiceCollection services, string section)
        where T : class
    {
        services.AddOptions<T>().BindConfiguration(section).ValidateOnStart();
        // Once, also where two features ask for the same.
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<T>>(new Check<T>(section)));
        return services;
    }

    private sealed class Check<T>(string section) : IValidateOptions<T>
        where T : class
    {
        public ValidateOptionsResult Validate(string? name, T options)
        {
            var problems = new List<ValidationResult>();
            return Validator.TryValidateObject(options, new ValidationContext(options), problems, validateAllProperties: true)
                ? ValidateOptionsResult.Success
                : ValidateOptionsResult.Fail(problems.Select(problem => $"{section}:{string.Join(',', problem.MemberNames)}: {problem.ErrorMessage}"));
        }
    }
}
