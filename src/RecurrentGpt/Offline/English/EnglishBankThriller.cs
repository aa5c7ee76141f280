namespace RecurrentGpt.Offline.English;

/// <summary>What is seen, heard and handled in a thriller.</summary>
internal static class EnglishBankThriller
{
    internal const string Text = """
        # places
        Vantaa Street
        Port Ferrol
        the Ostland quarter
        # spots
        the parking garage
        the stairwell
        the hotel laundry
        the server room
        the safe house
        the night tram
        the customs shed
        the rooftop bar
        the interview room
        the freight lift
        the embassy garden
        the empty flat
        the boatyard
        # things
        burner phone
        memory stick
        hotel key card
        false passport
        surveillance photograph
        steel briefcase
        prescription bottle
        parking ticket
        shredded memo
        wristwatch
        torn banknote
        security badge
        # sound
        a lift coming up
        the buzz of a bad strip light
        a phone vibrating on wood
        the hiss of tyres on wet asphalt
        a helicopter circling
        the click of a camera
        someone gently trying the handle
        # smell
        petrol
        floor cleaner
        cold coffee
        rain on concrete
        cigarettes
        hot plastic
        # weather
        rain slid down the glass
        the city gave off its orange haze
        wind moved the plastic sheeting
        sleet blurred the cameras
        the heat of the day came back out of the walls
        fog closed the airport
        thunder rolled without a drop of rain
        # far
        a siren rose and was lost
        a van idled with its lights off
        the metro shook the pipes
        a man across the street folded his newspaper
        the floodlights came on at the docks
        a car alarm went off and was ignored
        """;
}
