namespace RecurrentGpt.Offline.English;

/// <summary>What is seen, heard and handled in science fiction.</summary>
internal static class EnglishBankScienceFiction
{
    internal const string Text = """
        # places
        Kestrel Station
        Port Meridian
        the colony at Tallow Ridge
        # spots
        the lower airlock
        the pump room
        the seed vault
        the aft corridor
        the relay tower
        the crew mess
        the hydroponic bay
        the dead reactor hall
        the medical bay
        the pilot's cabin
        the cargo ring
        the old shuttle
        the signal room
        # things
        data wafer
        suit glove
        cracked visor
        signal lamp
        oxygen gauge
        sample tube
        star chart
        memory core
        service drone
        welding torch
        ration tin
        distress beacon
        # sound
        the hum of the pumps
        the tick of cooling metal
        a fan turning on a bad bearing
        the hiss of a slow leak
        a relay clicking over
        the murmur of the ship's own voice
        the drip of condensate
        # smell
        ozone
        hot dust
        recycled air
        coolant
        burnt wiring
        yeast from the growing tanks
        # weather
        frost crept over the ports
        dust hissed along the hull
        the stars stood without a flicker
        a thin wind worked at the outer plates
        the great planet rose and filled the windows
        the lights dimmed to save what power there was
        the sun came round, small and hard
        # far
        a cargo lift ground its way up
        someone was running a drill on the next deck
        a shuttle undocked
        the shift changed
        a voice read out numbers over the speakers
        a robot went by with its eternal broom
        """;
}
