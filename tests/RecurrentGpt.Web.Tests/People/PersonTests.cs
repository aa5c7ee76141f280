using RecurrentGpt.Web.People;

namespace RecurrentGpt.Web.Tests.People;

public sealed class PersonTests
{
    private static readonly Guid Ada = Guid.Parse("00000000-0000-0000-0000-00000000000a");
    private static readonly Guid Ben = Guid.Parse("00000000-0000-0000-0000-00000000000b");

    [Fact]
    public void Id_BeforeAnybodyHasEntered_IsRefused()
    {
        var person = new Person();

        Assert.Throws<NobodyException>(() => person.Id);
        Assert.False(person.IsKnown);
        Assert.False(person.IsFirst);
    }

    [Fact]
    public void Enter_SomebodyElseIsHere_IsRefusedAndChangesNothing()
    {
        var person = Person.Of(Ada);

        person.Enter(Ada);

        Assert.Throws<NobodyException>(() => person.Enter(Ben));
        Assert.Equal(Ada, person.Id);
    }

    [Fact]
    public void Leave_IsForGood()
    {
        var person = Person.Of(Ada);

        person.Leave();

        Assert.Throws<NobodyException>(() => person.Id);
        Assert.Throws<NobodyException>(() => person.Enter(Ada));
    }

    [Fact]
    public void IsFirst_OnlyOfTheOwner() => Assert.Equal((true, false), (Person.First().IsFirst, Person.Of(Ada).IsFirst));
}
