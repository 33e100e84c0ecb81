-- One open order of each of these types a subscription: SIM replacement (2), change (3), move (5), termination (6).
DROP INDEX UX_OrderLine_OpenSimReplacement;
CREATE UNIQUE INDEX UX_OrderLine_OpenOnce ON OrderLine (SubscriptionId, Type) WHERE Type IN (2, 3, 5, 6) AND IsOpen = 1;
